import type { Link } from '../../../shared/transport/link.ts';
import { readOffer } from '../validation/trainer-messages.ts';
import { linkTrainer } from './link-trainer.ts';
import type { WebTrainers } from './web-trainers.ts';

/** Trainers in the pages that show the app: each page offers itself over links of its own. */
export interface PageTrainers extends WebTrainers {
  /** A link by which a page offers one trainer. */
  connect(link: Link): void;
}

interface Page {
  readonly obstacle: string | null;
  /** That no trainer uses yet. */
  readonly free: Link[];
  /** Links of the page, the used ones included: it is gone when there is none. */
  links: number;
}

const NO_PAGE = 'it computes in a page that shows the app, and none is open';
const PAGE_GONE = 'the page that it ran in was closed or left';

/** The first page that came is used; the others stand by. */
export function makePageTrainers(): PageTrainers {
  const pages = new Map<string, Page>();
  const listeners: (() => void)[] = [];
  const tell = (): void => listeners.forEach((listener) => listener());

  const add = (link: Link, id: string, obstacle: string | null): void => {
    const page = pages.get(id) ?? { obstacle, free: [], links: 0 };
    pages.set(id, page);
    page.free.push(link);
    page.links += 1;
    // It has nothing to say before it is asked.
    link.onMessage(link.close);
    link.onClose(() => {
      remove(page.free, link);
      page.links -= 1;
      if (page.links === 0) pages.delete(id);
      tell();
    });
    tell();
  };

  const find: WebTrainers['find'] = () => {
    for (const [id, page] of pages) {
      const [link] = page.free;
      if (page.obstacle === null && link !== undefined) return { id, start: () => linkTrainer(take(page, link), PAGE_GONE) };
    }
    return { obstacle: pages.values().next().value?.obstacle ?? NO_PAGE };
  };

  return {
    find,
    onChange: (listener) => void listeners.push(listener),
    connect: (link) =>
      link.onMessage((message) => {
        const offer = readOffer(message);
        if (offer === null) link.close();
        else add(link, offer.page, offer.obstacle);
      }),
  };
}

/**
 * Links of a page that is closed end one after the other: once the used one did, the others are not used before the page, if
 * there still is one, offers itself anew.
 */
function take(page: Page, link: Link): Link {
  remove(page.free, link);
  let isClosedHere = false;
  link.onClose(() => {
    if (!isClosedHere) page.free.splice(0).forEach((other) => other.close());
  });
  const close = (): void => {
    isClosedHere = true;
    link.close();
  };
  return { ...link, close };
}

function remove(links: Link[], link: Link): void {
  const at = links.indexOf(link);
  if (at >= 0) links.splice(at, 1);
}
