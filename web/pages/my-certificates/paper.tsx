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
  const [missing, setMissing] = useState<Written['state']>();
  const fetching = useAction(async () => {
    setMissing(undefined);
    // Each tap wants a file of its own: the last one may be gone.
    const { id: file } = await send(writing, { params: { volunteer, certificate }, body: {}, key: newKey() });
    const { state, link } = await written(file);
    setMissing(state);
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
      {missing === 'waiting' && <p role="status">{words.writingLong}</p>}
      {missing === 'failed' && <p role="status">{words.writingFailed}</p>}
    </>
  );
}

type Written = Awaited<ReturnType<typeof fetchRead<'GET /api/certificate-files/{file}'>>>;

/** @returns how far it has come at the last look, when it takes too long to wait for */
async function written(file: string): Promise<Written> {
  const path = pathOf('GET /api/certificate-files/{file}', { params: { file } });
  for (let look = 1; ; look++) {
    const found = await fetchRead<'GET /api/certificate-files/{file}'>(path);
    if (found.state !== 'waiting' || look === looksMax) return found;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
