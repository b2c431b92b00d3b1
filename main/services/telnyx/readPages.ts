import type { RoomFailure } from '../service.ts';
import type { Page } from './roomRecord.ts';
import { type TelnyxApi, toFailure, unreadable } from './telnyxApi.ts';

/** The most that a page may hold (OpenAPI text, `page[size]`). */
const pageSize = 250;
/** A list longer than so many pages is taken as far as that goes. */
const mostPages = 8;

/** All entries of a list, and whether they are all. */
export interface WholeList<Item> {
  readonly kind: 'list';
  readonly items: readonly Item[];
  readonly isWhole: boolean;
}

/** Reads a list page by page (`page[number]` from 1). An empty list may count no page or one. */
export async function readPages<Item>(
  api: TelnyxApi,
  path: string,
  query: Readonly<Record<string, string>>,
  parse: (body: unknown) => Page<Item> | null,
): Promise<WholeList<Item> | RoomFailure> {
  const items: Item[] = [];
  for (let number = 1; number <= mostPages; number += 1) {
    const paging = { 'page[number]': String(number), 'page[size]': String(pageSize) };
    const answer = await api.call({ method: 'GET', cost: 'medium', path, query: { ...query, ...paging } });
    if (answer.kind === 'bad') {
      return toFailure(answer);
    }
    const page = parse(answer.body);
    if (page === null) {
      return unreadable;
    }
    items.push(...page.items);
    const isLast = page.pageCount === null ? page.entryCount < pageSize : number >= page.pageCount;
    if (isLast || page.entryCount === 0) {
      return { kind: 'list', items, isWhole: true };
    }
  }
  return { kind: 'list', items, isWhole: false };
}
