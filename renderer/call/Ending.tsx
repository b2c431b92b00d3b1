import type { LucideIcon } from 'lucide-react';
import FailedIcon from 'lucide-react/icons/cloud-off';
import GoneIcon from 'lucide-react/icons/door-closed';
import LimitedIcon from 'lucide-react/icons/hourglass';
import RefusedIcon from 'lucide-react/icons/key-round';
import LeftIcon from 'lucide-react/icons/log-out';
import EndedIcon from 'lucide-react/icons/phone-off';
import KickedIcon from 'lucide-react/icons/user-x';
import FullIcon from 'lucide-react/icons/users';
import UnreachableIcon from 'lucide-react/icons/wifi-off';
import { Button } from '../common/Button.tsx';
import { backToLobby, join, leaveAndClose } from './callFlow.ts';
import { type CallEnd, useCallStore } from './callStore.ts';
import { text } from './texts.ts';

/** See {@link Ending}. */
export interface EndingProps {
  readonly why: CallEnd;
  readonly detail: string | null;
}

/** Where another try may lead to something else. */
const again: ReadonlySet<CallEnd> = new Set(['full', 'unreachable', 'limited', 'failed', 'refused']);
const rejoin: ReadonlySet<CallEnd> = new Set(['kicked', 'ended', 'left']);

const icons = {
  full: FullIcon,
  gone: GoneIcon,
  unreachable: UnreachableIcon,
  refused: RefusedIcon,
  limited: LimitedIcon,
  failed: FailedIcon,
  kicked: KickedIcon,
  ended: EndedIcon,
  left: LeftIcon,
} as const satisfies Record<CallEnd, LucideIcon>;

/** Why there is no call, and the ways on. */
export function Ending({ why, detail }: EndingProps) {
  const title = useCallStore((state) => state.view?.title ?? '');
  const Icon = icons[why];
  return (
    <main className="ending">
      <div className="ending-card" role="alert">
        <Icon className="ending-icon" aria-hidden strokeWidth={1.5} />
        <p className="ending-room">{title}</p>
        <h1>{text(`call:trouble.${why}.title`)}</h1>
        <p>{text(`call:trouble.${why}.text`)}</p>
        {detail === null ? null : <p className="ending-detail">{text('call:trouble.quoted', { detail })}</p>}
        <div className="ending-actions">
          {again.has(why) ? (
            <Button look="go" autoFocus onClick={() => void join()}>
              {text('call:trouble.tryAgain')}
            </Button>
          ) : null}
          {rejoin.has(why) ? (
            <Button look="go" autoFocus onClick={backToLobby}>
              {text('call:trouble.rejoin')}
            </Button>
          ) : null}
          <Button autoFocus={why === 'gone'} onClick={() => void leaveAndClose()}>
            {text('call:trouble.close')}
          </Button>
        </div>
      </div>
    </main>
  );
}
