import { type Answer, failure, success } from './answer.ts';
import type { TakeFault } from './takeFault.ts';

/** How a list is made: what it can be narrowed by, and how its elements are written. */
export interface ListRecipe<Item> {
  /** All elements, in the order in which they are told. */
  readonly items: readonly Item[];
  /** `filter[NAME][eq|gte|lte]`: the instants to compare, null for what has not happened. */
  readonly dates: Readonly<Record<string, (item: Item) => number | null>>;
  /** `filter[NAME]`: whether an element fits the value. */
  readonly values: Readonly<Record<string, (item: Item, value: string) => boolean>>;
  readonly present: (item: Item) => object;
}

class QueryError extends RangeError {
  readonly parameter: string;

  constructor(parameter: string, message: string) {
    super(message);
    this.parameter = parameter;
  }
}

/**
 * Answers a list call: filters, then the page. Size 20 unless told, at most 250; unknown parameters are ignored.
 * Dates are whole days in UTC, as the API's schema has them.
 */
export function listAnswer<Item>(query: URLSearchParams, take: TakeFault, recipe: ListRecipe<Item>): Answer {
  try {
    const number = readNumber(query, 'page[number]', 1, Number.MAX_SAFE_INTEGER);
    const size = readNumber(query, 'page[size]', 20, 250);
    const conditions = [...dateConditions(query, recipe.dates), ...valueConditions(query, recipe.values)];
    const found = recipe.items.filter((item) => conditions.every((fits) => fits(item)));
    const data: unknown[] = found.slice((number - 1) * size, number * size).map(recipe.present);
    if (take('wrongTypes')) data.push(null, 'room', 7, { id: 7, context: {}, unique_name: [] });
    const isCountedOnce = found.length === 0 && take('emptyListHasOnePage') !== undefined;
    const totalPages = isCountedOnce ? 1 : Math.ceil(found.length / size);
    const meta = { page_number: number, page_size: size, total_pages: totalPages, total_results: found.length };
    return success(200, { data, meta });
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return failure(422, '10015', error.message, { source: { parameter: error.parameter } });
  }
}

function readNumber(query: URLSearchParams, name: string, fallback: number, most: number): number {
  const text = query.get(name);
  if (text === null) return fallback;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw new QueryError(name, `${name} must be an integer from 1 to ${most}`);
  return value;
}

function dateConditions<Item>(query: URLSearchParams, dates: ListRecipe<Item>['dates']) {
  return Object.entries(dates).flatMap(([name, instantOf]) =>
    (['eq', 'gte', 'lte'] as const).flatMap((operator) => {
      const start = readDay(query, `filter[${name}][${operator}]`);
      return start === null ? [] : [(item: Item) => isWithin(instantOf(item), operator, start)];
    }),
  );
}

function readDay(query: URLSearchParams, parameter: string): number | null {
  const text = query.get(parameter);
  if (text === null) return null;
  const start = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(start)) throw new QueryError(parameter, `${parameter} must be a date`);
  return start;
}

function isWithin(instant: number | null, operator: 'eq' | 'gte' | 'lte', dayStart: number): boolean {
  if (instant === null) return false;
  const isEarlyEnough = operator === 'gte' || instant < dayStart + 86_400_000;
  return isEarlyEnough && (operator === 'lte' || instant >= dayStart);
}

function valueConditions<Item>(query: URLSearchParams, values: ListRecipe<Item>['values']) {
  return Object.entries(values).flatMap(([name, fits]) => {
    const value = query.get(`filter[${name}]`);
    return value === null ? [] : [(item: Item) => fits(item, value)];
  });
}
