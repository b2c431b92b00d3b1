import { type SubmitEvent, useId } from 'react';
import { Button } from '../common/Button.tsx';
import { chooseName, rememberChoices } from './callActions.ts';
import { backToLobby, join } from './callFlow.ts';
import { useCallStore } from './callStore.ts';
import { DeviceChoice } from './DeviceChoice.tsx';
import { DeviceControls } from './DeviceControls.tsx';
import { DeviceTroubles } from './DeviceTrouble.tsx';
import { Initials } from './Initials.tsx';
import { LevelMeter } from './LevelMeter.tsx';
import { Picture } from './Picture.tsx';
import { text } from './texts.ts';

/** Before the call: how one will be seen and heard, and by what name. */
export function Lobby({ isJoining }: { readonly isJoining: boolean }) {
  const title = useCallStore((state) => state.view?.title ?? '');
  const name = useCallStore((state) => state.name);
  const nameId = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isJoining) {
      rememberChoices();
      void join();
    }
  };
  return (
    <main className="lobby">
      <Preview />
      <form className="lobby-form" onSubmit={submit}>
        <p className="lobby-room">{title}</p>
        <h1>{text('call:lobby.title')}</h1>
        <DeviceTroubles />
        <div className="choice">
          <label htmlFor={nameId}>{text('call:lobby.name')}</label>
          <input
            id={nameId}
            value={name}
            maxLength={80}
            placeholder={text('call:lobby.namePlaceholder')}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            onChange={(event) => chooseName(event.target.value)}
          />
        </div>
        <DeviceChoice device="camera" />
        <DeviceChoice device="microphone" />
        <DeviceChoice device="speaker" />
        <div className="lobby-actions">
          <Button look="go" type="submit" isBusy={isJoining} autoFocus>
            {text(isJoining ? 'call:lobby.joining' : 'call:lobby.join')}
          </Button>
          {isJoining ? <Button onClick={backToLobby}>{text('call:lobby.cancel')}</Button> : null}
        </div>
        <p className="spoken" role="status">
          {isJoining ? text('call:lobby.joining') : ''}
        </p>
      </form>
    </main>
  );
}

function Preview() {
  const camera = useCallStore((state) => state.camera);
  const microphone = useCallStore((state) => state.microphone);
  const isMuted = useCallStore((state) => state.isMuted || state.problems.microphone !== null);
  const isCameraOff = useCallStore((state) => state.isCameraOff || state.problems.camera !== null);
  const name = useCallStore((state) => state.name);
  const isStarting = useCallStore((state) => !state.isCameraOff && state.problems.camera === null);
  return (
    <section className="preview" aria-label={text('call:lobby.preview')}>
      {camera === null ? (
        <div className="preview-off">
          <Initials name={name} />
          <p>{text(isStarting ? 'call:lobby.starting' : 'call:lobby.cameraOff')}</p>
        </div>
      ) : (
        <Picture track={camera} isMirrored isWhole={false} label={text('call:lobby.preview')} />
      )}
      <LevelMeter track={isMuted ? null : microphone} />
      <div className="preview-controls">
        <DeviceControls isMuted={isMuted} isCameraOff={isCameraOff} />
      </div>
    </section>
  );
}
