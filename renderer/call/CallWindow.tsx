import { useCallStore } from './callStore.ts';
import { Ending } from './Ending.tsx';
import { Lobby } from './Lobby.tsx';
import { Stage } from './Stage.tsx';

/** The call window: the lobby, the call, or what came of it. */
export function CallWindow() {
  const phase = useCallStore((state) => state.phase);
  switch (phase.kind) {
    case 'lobby':
    case 'joining':
      return <Lobby isJoining={phase.kind === 'joining'} />;
    case 'inCall':
    case 'reconnecting':
      return <Stage isReconnecting={phase.kind === 'reconnecting'} />;
    case 'over':
      return <Ending why={phase.why} detail={phase.detail} />;
  }
}
