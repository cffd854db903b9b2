import { definePage } from '../../page.ts';
import { type Destination, destinationsOf } from '../../shell/navigation.ts';
import { Heading } from '../../ui/card.tsx';
import * as icons from '../../ui/icons.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { accountWords } from '../../words/account.ts';
import { shellWords } from '../../words/shell.ts';
import { Posts } from '../account/posts.tsx';

/** Every place of the present post: what a phone's foot has no room for. */
export const menuPage = definePage({
  allow: 'signed_in',
  frame: 'app',
  words: accountWords,
  title: (words) => words.menuTitle,
  reads: () => ({}),
  view: ({ words, where: { session, look } }) => {
    const destinations: readonly Destination[] = session ? destinationsOf(session.post) : [];
    const shell = shellWords[look.language];
    const links = destinations.map(({ path, icon, label }) => ({ href: path, icon, text: shell.places[label] }));
    return (
      <div class="max-w-2xl mx-auto">
        <Heading title={words.menuTitle} />
        {session && session.posts.length > 1 && (
          <div class="mb-4">
            <Posts words={words} look={look} session={session} />
          </div>
        )}
        <LinkList links={[...links, { href: '/look', icon: icons.text, text: words.look }]} />
      </div>
    );
  },
});
