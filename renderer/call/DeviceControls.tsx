import MicrophoneIcon from 'lucide-react/icons/mic';
import MicrophoneOffIcon from 'lucide-react/icons/mic-off';
import CameraIcon from 'lucide-react/icons/video';
import CameraOffIcon from 'lucide-react/icons/video-off';
import { IconButton } from '../common/IconButton.tsx';
import { toggleCamera, toggleMute } from './callActions.ts';
import { text } from './texts.ts';

/** See {@link DeviceControls}. */
export interface DeviceControlsProps {
  readonly isMuted: boolean;
  readonly isCameraOff: boolean;
}

/** The microphone and the camera, in the lobby and in the call. */
export function DeviceControls({ isMuted, isCameraOff }: DeviceControlsProps) {
  return (
    <>
      <IconButton
        className="control"
        icon={isMuted ? MicrophoneOffIcon : MicrophoneIcon}
        label={text(isMuted ? 'call:stage.unmute' : 'call:stage.mute')}
        aria-keyshortcuts="M"
        data-off={isMuted}
        onClick={toggleMute}
      />
      <IconButton
        className="control"
        icon={isCameraOff ? CameraOffIcon : CameraIcon}
        label={text(isCameraOff ? 'call:stage.cameraOn' : 'call:stage.cameraOff')}
        aria-keyshortcuts="V"
        data-off={isCameraOff}
        onClick={toggleCamera}
      />
    </>
  );
}
