import { useAgendaStore } from './agendaStore.ts';

/** What screen readers are told. A dialog has its own: while it is open, nothing outside of it is heard. */
export function Announcement() {
  const announcement = useAgendaStore((state) => state.announcement);
  return (
    <p className="spoken" role="status">
      {announcement}
    </p>
  );
}
