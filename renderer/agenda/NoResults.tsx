import { text } from '../common/texts.ts';
import { useAgendaStore } from './agendaStore.ts';

/** In the place of the list when a search finds nothing. */
export function NoResults() {
  const query = useAgendaStore((state) => state.query?.trim() ?? '');
  return (
    <section className="no-results">
      <h2 dir="auto">{text('agenda:search.noResults', { query })}</h2>
      <p>{text('agenda:search.noResultsDetail')}</p>
    </section>
  );
}
