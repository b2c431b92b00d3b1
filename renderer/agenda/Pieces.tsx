import { Fragment } from 'react';

/** Texts from several hands in one line: each keeps its own direction, none spills into its neighbours. */
export function Pieces({ pieces }: { readonly pieces: readonly string[] }) {
  return pieces
    .filter((piece) => piece !== '')
    .map((piece, index) => (
      <Fragment key={piece}>
        {index === 0 ? null : ' · '}
        <bdi>{piece}</bdi>
      </Fragment>
    ));
}
