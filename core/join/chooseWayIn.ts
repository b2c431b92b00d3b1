import type { OfferedWay, WayIn } from '../model/wayIn.ts';

/** What this machine and its user add to the ways that a service offers. */
export interface JoinContext {
  /** Whether some program handles URIs of this scheme. */
  readonly hasHandlerFor: (scheme: string) => boolean;
  /** Id of the way chosen last for this service, or null. */
  readonly remembered: string | null;
  /** Whether pages of others may be shown in Foyer. */
  readonly hasRemotePages: boolean;
}

/** What the id of a page's own window ends with. */
const inFoyer = '-in-foyer';

/** Whether the id of an offered way stands for a window of Foyer's own. */
export function isInFoyer(wayId: string): boolean {
  return wayId.endsWith(inFoyer);
}

/**
 * The ways this machine can take, the preferred one first: the remembered choice, else the service's own order. A page that
 * may be shown in Foyer is offered in the browser first, and once more in a window.
 */
export function orderWaysIn(ways: readonly WayIn[], context: JoinContext): readonly OfferedWay[] {
  const usable = ways
    .filter(({ needsHandlerFor }) => needsHandlerFor === undefined || context.hasHandlerFor(needsHandlerFor))
    .flatMap((way) => offer(way, context.hasRemotePages));
  const chosen = usable.filter((way) => way.id === context.remembered);
  return [...chosen, ...usable.filter((way) => way.id !== context.remembered)];
}

function offer(way: WayIn, hasRemotePages: boolean): readonly OfferedWay[] {
  const asDeclared: OfferedWay = { ...way, serviceWayId: way.id };
  return way.inFoyer === undefined || !hasRemotePages
    ? [asDeclared]
    : [asDeclared, { ...asDeclared, id: way.id + inFoyer, kind: 'window', label: way.inFoyer.label }];
}
