import type { TakeFault } from './fault.ts';

type Fields = Readonly<Record<string, unknown>>;

const extraFields = { Region: 'sg', Quality: { mos: 4.2, codecs: [null] } };

/** Records of the call log with the faults that are on worked into them. */
export function spoiledRecords(records: readonly Fields[], take: TakeFault): readonly unknown[] {
  const slipped = take('sampleSlips')
    ? records.map((record) => ({ ...record, UserB_MSISDN: 'null,', CountryISO2alpha: '“SG”' }))
    : records;
  const [first, ...others] = slipped;
  if (!take('wrongTypes')) return slipped;
  const mistyped =
    first === undefined ? [] : [{ ...first, CallId: 8100, Duration: '352', Location: 'here', Status: 7 }];
  return [null, 'call', ...mistyped, ...others, []];
}

/** A page of the call log with undocumented fields on it and in its records, if that fault is on. */
export function spoiledList(page: { readonly list: readonly unknown[] } & Fields, take: TakeFault): Fields {
  if (!take('extraFields')) return page;
  const list = page.list.map((each) => (isFields(each) ? { ...each, ...extraFields } : each));
  return { ...page, list, total: list.length };
}

/** A call's detail with the faults that are on worked into it. */
export function spoiledDetail(detail: Fields, take: TakeFault): Fields {
  const mistyped = take('wrongTypes') ? { ...detail, Duration: '352', AgentRating: 5, Conversation: {} } : detail;
  return take('extraFields') ? { ...mistyped, ...extraFields } : mistyped;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
