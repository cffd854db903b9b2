/** The paper of an issued certificate: written when it is wanted, and fetched as soon as it is there. */
import { useState } from 'preact/hooks';
import { follow } from '../../api/follow.ts';
import { pathOf } from '../../api/read.ts';
import { fetchRead, newKey, send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { CertificatesWords } from '../../words/certificates.ts';
import type { Certificate } from './said.ts';

interface PaperGiven {
  readonly words: CertificatesWords;
  readonly look: Look;
  readonly of: Pick<Certificate, 'id' | 'volunteer' | 'number'>;
}

const writing = 'POST /api/volunteers/{volunteer}/certificates/{certificate}/files';
/** Between two looks at a file that is being written, and how many there are. */
const pollMs = 800;
const looksMax = 40;

export function Paper({ words, look, of: { id: certificate, volunteer, number = '' } }: PaperGiven) {
  const [isLate, setLate] = useState(false);
  const fetching = useAction(async () => {
    setLate(false);
    // Each tap wants a file of its own: the last one may be gone.
    const { id: file } = await send(writing, { params: { volunteer, certificate }, body: {}, key: newKey() });
    const link = await written(file);
    setLate(link === undefined);
    if (link) follow(link, `${number}.pdf`);
  });
  return (
    <>
      {fetching.problem && <ProblemNote problem={fetching.problem} look={look} />}
      <Button
        kind="quiet"
        class="self-start"
        aria-label={fetching.isBusy ? words.writing : words.downloadOf(number)}
        disabled={fetching.isBusy}
        onClick={() => fetching.run()}
      >
        <Icon of={icons.download} class="size-5" />
        {fetching.isBusy ? words.writing : words.download}
      </Button>
      {isLate && <p role="status">{words.writingLong}</p>}
    </>
  );
}

/** @returns where it can be fetched; undefined when it takes too long to wait for */
async function written(file: string): Promise<string | undefined> {
  const path = pathOf('GET /api/certificate-files/{file}', { params: { file } });
  for (let look = 0; look < looksMax; look++) {
    const { state, link } = await fetchRead<'GET /api/certificate-files/{file}'>(path);
    if (state !== 'waiting') return link;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return undefined;
}
