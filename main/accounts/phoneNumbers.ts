import type { CountryCode } from 'libphonenumber-js/min';
import type { ConnectField } from '../../core/model/service.ts';
import type { ReadPhone } from './connectFields.ts';

/**
 * Who reads the phone numbers in a form: the numbering plans of the world are large, so they are loaded only when there
 * is a number. `region` (ISO 3166, two letters, or empty) is where a number without a country code is taken to be.
 */
export async function phoneReaderFor(
  fields: readonly ConnectField[],
  typed: Readonly<Record<string, string>>,
  region: string,
): Promise<ReadPhone | undefined> {
  const hasPhone = fields.some(({ kind, name }) => kind === 'phone' && (typed[name] ?? '').trim() !== '');
  return hasPhone ? createPhoneReader(region) : undefined;
}

async function createPhoneReader(region: string): Promise<ReadPhone> {
  const { isSupportedCountry, parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  const country: CountryCode | undefined = isSupportedCountry(region) ? region : undefined;
  return (typed) => {
    // As copied from a link; and 00 is the international prefix of most countries, also written where it is none.
    const written = typed.replace(/^tel:/i, '').replace(/^00(?=[1-9])/, '+');
    const found = parsePhoneNumberFromString(written, { ...(country && { defaultCountry: country }), extract: false });
    return found?.isPossible() && !found.ext ? found.number : null;
  };
}
