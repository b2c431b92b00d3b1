import { useState } from 'react';
import type { HealthAction, HealthLine, HealthReport } from '../../../core/model/health.ts';
import { Button } from '../../common/Button.tsx';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { useTimeFormat } from '../agendaLayout.ts';
import { useAgendaStore } from '../agendaStore.ts';
import { openConnections } from '../windowActions.ts';
import { HealthFacts, HealthLineItem } from './HealthLineItem.tsx';
import { healthText, reportText } from './healthTexts.ts';
import { StateIcon } from './StateIcon.tsx';
import type { Health } from './useHealth.ts';

/** See {@link HealthOverview}. */
export interface HealthOverviewProps {
  readonly health: Health;
  readonly onLook: () => Promise<void>;
  readonly onDiagnostics: () => void;
}

/** Everything that was looked at, with what to do about what is not good. */
export function HealthOverview({ health, onLook, onDiagnostics }: HealthOverviewProps) {
  const { report } = health;
  if (report === null) {
    return (
      <p className="health-waiting" role="status">
        {healthText(health.kind === 'failed' ? 'health:failed' : 'health:looking')}
      </p>
    );
  }
  return (
    <>
      <Overall report={report} />
      <Sections report={report} onLook={onLook} />
      <footer className="health-footer health-actions">
        <Button onClick={onDiagnostics}>{healthText('health:diagnostics.show')}</Button>
      </footer>
    </>
  );
}

function Overall({ report }: { readonly report: HealthReport }) {
  const format = useTimeFormat();
  const { state, sections, madeAt } = report;
  const count = sections.flatMap(({ lines }) => lines).filter((line) => line.state === state).length;
  return (
    <div className="health-overall" data-state={state}>
      <StateIcon state={state} />
      <p role="status">{healthText(`health:overall.${state}`, { count })}</p>
      <span className="health-time">{healthText('health:asOf', { time: format.formatTime(Date.parse(madeAt)) })}</span>
    </div>
  );
}

function Sections({ report, onLook }: { readonly report: HealthReport } & Pick<HealthOverviewProps, 'onLook'>) {
  const now = useAgendaStore((state) => state.now);
  const format = useTimeFormat();
  const { doing, act } = useActions(onLook);
  const write = (said: HealthLine['title']): string => reportText(said, now, format);
  return (
    <>
      {report.sections.map(({ title, lines }) => (
        <section key={title} className="health-section" aria-label={healthText(title)}>
          <h3>{healthText(title)}</h3>
          <ul>
            {lines.map((line) => (
              <HealthLineItem
                key={line.id}
                line={line}
                write={write}
                isBusy={doing?.lineId === line.id && doing.outcome === null}
                outcome={doing?.lineId === line.id ? (doing.outcome ?? '') : ''}
                onAct={(action) => void act(line.id, action)}
              />
            ))}
          </ul>
        </section>
      ))}
      <section className="health-section" aria-label={healthText('health:sections.about')}>
        <h3>{healthText('health:sections.about')}</h3>
        <HealthFacts facts={report.about} write={write} />
      </section>
    </>
  );
}

/** Does what lines offer, and looks again afterwards. */
function useActions(onLook: () => Promise<void>) {
  const [doing, setDoing] = useState<{ readonly lineId: string; readonly outcome: string | null } | null>(null);
  async function act(lineId: string, action: HealthAction): Promise<void> {
    setDoing({ lineId, outcome: null });
    const outcome = await run(action).catch(() => healthText('health:done.failed'));
    await onLook();
    setDoing({ lineId, outcome });
    focusLine(lineId);
  }
  return { doing, act };
}

/** A button whose work is done goes away, and would take the focus with it. */
function focusLine(lineId: string): void {
  const isLost = document.activeElement === document.body || document.activeElement?.tagName === 'DIALOG';
  const title = isLost ? document.querySelector(`[data-line="${CSS.escape(lineId)}"] h4`) : null;
  if (title instanceof HTMLElement) {
    title.focus();
  }
}

async function run(action: HealthAction): Promise<string> {
  switch (action.kind) {
    case 'editAccount':
      openConnections(action.accountId);
      return '';
    case 'openConnections':
      openConnections(null);
      return '';
    case 'handleLinks':
      return (await foyerBridge.handleLinks({ isWanted: true })) ? '' : healthText('health:done.linksFailed');
    case 'showLogs':
      return (await foyerBridge.showLogs({})) ? '' : healthText('health:done.logsFailed');
    case 'sendTestAlert': {
      const { kind } = await foyerBridge.sendTestAlert({});
      return healthText(kind === 'sent' ? 'health:done.alertSent' : 'health:done.alertFailed');
    }
  }
}
