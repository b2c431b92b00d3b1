/** Cities that the time zone database, or the Unicode one that programs take it from, still calls by an earlier name. */
const presentNames: Readonly<Record<string, string>> = {
  Calcutta: 'Kolkata',
  Katmandu: 'Kathmandu',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
  Ho_Chi_Minh: 'Ho Chi Minh City',
  Kiev: 'Kyiv',
  Godthab: 'Nuuk',
  Faeroe: 'Faroe Islands',
  Faroe: 'Faroe Islands',
  Coral_Harbour: 'Atikokan',
  Truk: 'Chuuk',
  Ponape: 'Pohnpei',
  Enderbury: 'Kanton',
};

/** What people call a time zone by: the city in its IANA name ("Asia/Tokyo" is "Tokyo"). */
export function zoneCity(timeZone: string): string {
  const last = timeZone.slice(timeZone.lastIndexOf('/') + 1);
  return presentNames[last] ?? last.replaceAll('_', ' ');
}
