import { useEffect, useState } from 'react';
import { useCallStore } from './callStore.ts';

const second = 1_000;

/** How long the call has lasted ("12:08"). */
export function Duration() {
  const startedAt = useCallStore((state) => state.startedAt);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), second);
    return () => window.clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - (startedAt ?? now)) / second));
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return (
    <span className="duration">
      {shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')}
    </span>
  );
}
