/** How tiles are laid out: a grid of equal tiles. */
export interface TileLayout {
  readonly columns: number;
  readonly rows: number;
  /** Of each tile, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** The flattest and steepest that a tile may become before faces are cut. */
const flattest = 2;
const steepest = 1;

/**
 * The grid in which the tiles become largest. A tile takes the shape of its cell as far as faces are not cut; beyond
 * that, room is left at the sides.
 */
export function layOutTiles(count: number, width: number, height: number, gap: number): TileLayout {
  if (count < 1 || width <= 0 || height <= 0) {
    return { columns: 1, rows: 1, width: Math.max(0, width), height: Math.max(0, height) };
  }
  let best: TileLayout | null = null;
  let bestScore = -1;
  for (let columns = 1; columns <= count; columns += 1) {
    const layout = layoutWith(columns, Math.ceil(count / columns), { width, height, gap });
    const score = scoreOf(layout, count);
    if (score > bestScore) {
      best = layout;
      bestScore = score;
    }
  }
  return best ?? layoutWith(1, count, { width, height, gap });
}

/** The size of a tile; empty cells in the last row count against it a little. */
function scoreOf({ width, height, columns, rows }: TileLayout, count: number): number {
  return width * height * (1 - 0.1 * ((columns * rows - count) / count));
}

function layoutWith(
  columns: number,
  rows: number,
  { width, height, gap }: { readonly width: number; readonly height: number; readonly gap: number },
): TileLayout {
  const cellWidth = Math.max(1, (width - gap * (columns - 1)) / columns);
  const cellHeight = Math.max(1, (height - gap * (rows - 1)) / rows);
  return {
    columns,
    rows,
    width: Math.floor(Math.min(cellWidth, cellHeight * flattest)),
    height: Math.floor(Math.min(cellHeight, cellWidth / steepest)),
  };
}
