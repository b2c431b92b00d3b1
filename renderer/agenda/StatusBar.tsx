import CloseIcon from 'lucide-react/icons/x';
import { type AgendaTrouble, agendaTrouble, shownAsOf } from '../../core/agendaView/agendaTrouble.ts';
import type { AccountView } from '../../core/model/account.ts';
import { Button } from '../common/Button.tsx';
import { IconButton } from '../common/IconButton.tsx';
import { text } from '../common/texts.ts';
import { useTimeFormat } from './agendaLayout.ts';
import { agendaAccounts, selectAccounts, selectServices, useAgendaStore } from './agendaStore.ts';
import { troubleDetail, troubleTitle } from './troubleTexts.ts';
import { openConnections, openHealth, refresh } from './windowActions.ts';

/** The worst that is wrong, what it means for what is shown, and the one thing to do about it. */
export function StatusBar() {
  const accounts = useAgendaStore(selectAccounts);
  const trouble = agendaTrouble(accounts);
  return trouble === null ? <KeyringBar accounts={accounts} /> : <TroubleBar trouble={trouble} accounts={accounts} />;
}

interface TroubleBarProps {
  readonly trouble: AgendaTrouble;
  readonly accounts: readonly AccountView[];
}

function TroubleBar({ trouble, accounts }: TroubleBarProps) {
  const services = useAgendaStore(selectServices);
  const now = useAgendaStore((state) => state.now);
  const format = useTimeFormat();
  const situation = { trouble, services, roomCount: accounts.length, now, format };
  return (
    <div className="bar" data-tone={toneOf(trouble)} role="status">
      <p className="bar-text">
        <b>{troubleTitle(situation)}</b>{' '}
        {troubleDetail(situation, shownAsOf(agendaAccounts(trouble.accounts, services)))}
        {trouble.otherCount === 0 ? null : ` ${text('agenda:status.others', { count: trouble.otherCount })}`}
      </p>
      <TroubleAction trouble={trouble} />
      <Button look="link" onClick={openHealth}>
        {text('agenda:status.details')}
      </Button>
    </div>
  );
}

function TroubleAction({ trouble }: { readonly trouble: AgendaTrouble }) {
  const isRefreshing = useAgendaStore(({ foyer }) => foyer?.agenda.isRefreshing ?? false);
  const services = useAgendaStore(selectServices);
  const [account, ...others] = trouble.accounts;
  const editAccountId = others.length === 0 ? account.id : null;
  switch (trouble.kind) {
    case 'refused':
    case 'notSetUp':
      return (
        <Button look="link" onClick={() => openConnections(editAccountId)}>
          {text('agenda:status.edit')}
        </Button>
      );
    case 'secretLost':
      return (
        <Button look="link" onClick={() => openConnections(editAccountId)}>
          {text('agenda:status.connectAgain')}
        </Button>
      );
    case 'limited':
    case 'clockSkew':
      return null;
    default:
      // Only lists are asked for again at once; a room is opened by the press that wants it.
      return agendaAccounts(trouble.accounts, services).length === 0 ? null : (
        <Button look="link" isBusy={isRefreshing} onClick={() => void refresh()}>
          {text('agenda:status.tryNow')}
        </Button>
      );
  }
}

function toneOf({ kind }: AgendaTrouble): 'bad' | 'warn' | 'info' {
  if (kind === 'refused' || kind === 'secretLost' || kind === 'notSetUp') {
    return 'bad';
  }
  return kind === 'limited' ? 'info' : 'warn';
}

function KeyringBar({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const isDismissed = useAgendaStore((state) => state.isKeyringNoticeDismissed);
  if (isDismissed || accounts.every((account) => account.secretStorage !== 'memory')) {
    return null;
  }
  return (
    <div className="bar" data-tone="info" role="status">
      <p className="bar-text">
        <b>{text('agenda:status.memoryOnly')}</b> {text('agenda:status.memoryOnlyDetail')}
      </p>
      <Button look="link" onClick={() => openConnections(null)}>
        {text('agenda:status.choose')}
      </Button>
      <IconButton
        icon={CloseIcon}
        label={text('agenda:notice.dismiss')}
        onClick={() => useAgendaStore.setState({ isKeyringNoticeDismissed: true })}
      />
    </div>
  );
}
