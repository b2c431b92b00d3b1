import { createElement, useEffect, useState } from 'react';
import type { Part } from './part.ts';

/** See {@link OnDemand}. */
export interface OnDemandProps<Props> {
  readonly part: Part<Props>;
  readonly props: Props;
}

/**
 * Draws a part as soon as its code is there, and nothing until then. React's `lazy` would do, but holds back what it
 * reveals for up to 300 ms, which is a long time for a menu.
 */
export function OnDemand<Props extends object>({ part, props }: OnDemandProps<Props>) {
  const component = part.component();
  // Another part may take this one's place: what is counted is that there is something new to draw.
  const [, redraw] = useState(0);
  useEffect(() => {
    if (component === undefined) {
      void part.load().then(() => redraw((count) => count + 1));
    }
  }, [component, part]);
  return component === undefined ? null : createElement(component, props);
}
