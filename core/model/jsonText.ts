/**
 * A value written as JSON. What crosses from main into a page is copied twice, object by object, on the way through the
 * bridge between its worlds; a text crosses at once and is read in a fraction of that time.
 */
export type JsonText<Value> = string & { readonly ofJson?: Value };

/** Writes a value that is made of JSON's types alone; a field that is undefined is left out. */
export function toJsonText<Value>(value: Value): JsonText<Value> {
  return JSON.stringify(value);
}

/** Reads what {@link toJsonText} wrote on the other side; for texts of Foyer's own only, since nothing is checked. */
export function fromJsonText<Value>(text: JsonText<Value>): Value {
  return JSON.parse(text);
}
