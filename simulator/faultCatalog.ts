import type * as z from 'zod/mini';
import type { NamedFault } from './faultBoard.ts';

/** The faults of one service: what is one, and what each is called. */
export interface FaultCatalog<Fault extends NamedFault> {
  /** Every fault's name. */
  readonly names: readonly Fault['name'][];
  /** Completes a fault given by its name or as an object; null if there is no such fault or a parameter does not fit. */
  readonly parse: (input: unknown) => Fault | null;
}

/** A schema of faults, told apart by their names. */
interface FaultSchema<Fault extends NamedFault> extends z.ZodMiniType<Fault> {
  readonly def: {
    readonly options: readonly { readonly shape: { readonly name: z.ZodMiniLiteral<Fault['name']> } }[];
  } & z.ZodMiniType<Fault>['def'];
}

/** Draws the catalog from the schema. */
export function createFaultCatalog<Fault extends NamedFault>(schema: FaultSchema<Fault>): FaultCatalog<Fault> {
  return {
    names: schema.def.options.flatMap((option) => [...option.shape.name.def.values]),
    parse: (input) => {
      const parsed = schema.safeParse(typeof input === 'string' ? { name: input } : input);
      return parsed.success ? parsed.data : null;
    },
  };
}
