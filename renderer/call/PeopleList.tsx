import MuteIcon from 'lucide-react/icons/mic-off';
import RemoveIcon from 'lucide-react/icons/user-x';
import { IconButton } from '../common/IconButton.tsx';
import { moderate, togglePanel } from './callActions.ts';
import type { TileView } from './callStore.ts';
import { Initials } from './Initials.tsx';
import { Panel } from './Panel.tsx';
import { nameOfTile } from './Tiles.tsx';
import { text } from './texts.ts';

/** Who is in the call, and what can be done about them. */
export function PeopleList({ tiles }: { readonly tiles: readonly TileView[] }) {
  const people = tiles.filter(({ kind }) => kind === 'person');
  return (
    <Panel
      title={text('call:people.title')}
      closeLabel={text('call:people.close')}
      onClose={() => togglePanel('people')}
    >
      <ul className="people">
        {people.map((person) => (
          <Person key={person.key} person={person} />
        ))}
      </ul>
    </Panel>
  );
}

function Person({ person }: { readonly person: TileView }) {
  const name = nameOfTile(person);
  return (
    <li className="person">
      <Initials name={person.name} />
      <bdi className="person-name">{name}</bdi>
      {person.isMuted ? <span className="person-muted">{text('call:stage.muted')}</span> : null}
      {person.isLocal ? null : (
        <>
          {person.isMuted ? null : (
            <IconButton
              icon={MuteIcon}
              label={text('call:people.muteOne', { name })}
              onClick={() => void moderate('mute', person)}
            />
          )}
          <IconButton
            icon={RemoveIcon}
            label={text('call:people.removeOne', { name })}
            onClick={() => void moderate('kick', person)}
          />
        </>
      )}
    </li>
  );
}
