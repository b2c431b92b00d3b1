import CloseIcon from 'lucide-react/icons/x';
import { foyerBridge } from '../common/foyerBridge.ts';
import { IconButton } from '../common/IconButton.tsx';
import { text } from '../common/texts.ts';
import { useTimeFormat } from './agendaLayout.ts';
import { selectChanges, useAgendaStore } from './agendaStore.ts';
import { instantText } from './instantText.ts';
import { useTitleOf } from './titles.ts';

/** Messages that stay until dismissed, one at a time; after them, cancelled meetings in one line. */
export function Notices() {
  const notices = useAgendaStore(({ foyer }) => foyer?.notices);
  const [notice, ...others] = notices ?? [];
  if (notice === undefined) {
    return <Cancelled />;
  }
  return (
    <div className="bar" data-tone={notice.tone === 'warning' ? 'warn' : 'info'} role="status">
      <p className="bar-text">
        {text(notice.message, notice.values)}
        {others.length === 0 ? null : (
          <span className="bar-more"> · {text('agenda:notice.more', { count: others.length })}</span>
        )}
      </p>
      <IconButton
        icon={CloseIcon}
        label={text('agenda:notice.dismiss')}
        onClick={() => void foyerBridge.dismissNotice({ noticeId: notice.id })}
      />
    </div>
  );
}

function Cancelled() {
  const changes = useAgendaStore(selectChanges);
  const titleOf = useTitleOf();
  const now = useAgendaStore((state) => state.now);
  const format = useTimeFormat();
  const cancelled = changes.filter((change) => change.kind === 'cancelled');
  const [first, ...others] = cancelled;
  if (first === undefined) {
    return null;
  }
  const values = {
    subject: titleOf(first),
    time: instantText(first.from, now, format),
  };
  return (
    <div className="bar" data-tone="quiet" role="status">
      <p className="bar-text" dir="auto">
        {others.length === 0
          ? text('agenda:notice.cancelled', values)
          : text('agenda:notice.cancelledMore', { ...values, count: others.length })}
      </p>
      <IconButton
        icon={CloseIcon}
        label={text('agenda:notice.dismiss')}
        onClick={() => {
          for (const change of cancelled) {
            void foyerBridge.dismissChange({ meetingKey: change.key });
          }
        }}
      />
    </div>
  );
}
