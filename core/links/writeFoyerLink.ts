import { type FoyerLink, linkScheme } from './foyerLink.ts';

/** Writes a link that `parseFoyerLink` reads again, in the form with the fewest surprises on its way through other programs. */
export function writeFoyerLink(link: FoyerLink): string {
  return `${linkScheme}:${routeOf(link)}`;
}

function routeOf(link: FoyerLink): string {
  switch (link.kind) {
    case 'joinNext':
      return 'join/next';
    case 'joinAddress':
      return `join?service=${link.serviceId}&alias=${encodeURIComponent(link.address)}`;
    case 'joinRoom':
      return `join?service=${link.serviceId}&room=${encodeURIComponent(link.room)}`;
    case 'newRoom':
      return link.serviceId === null ? 'new' : `new?service=${link.serviceId}`;
    case 'agenda':
    case 'settings':
      return link.kind;
  }
}
