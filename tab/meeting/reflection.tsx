import { useState } from "react";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { ReflectionView } from "../../shared/contract/session-words.ts";
import { useLocale } from "../app-context.tsx";
import { PageLink } from "../components/page-link.tsx";
import { SessionDraft } from "../components/session-draft.tsx";
import { usePageStyles } from "../theme/page-styles.ts";
import { type AboutCheckIn, PastHead } from "./check-in-head.tsx";
import { useMeetingStyles } from "./meeting.styles.ts";
import { Revealed } from "./revealed.tsx";
import { Taps } from "./taps.tsx";

/** What one can say after a check-in: two taps, and the notes as a draft for the journal. */
export function Reflection({ view, me }: { readonly view: ReflectionView; readonly me: AboutCheckIn["me"] }) {
  const page = usePageStyles();
  const styles = useMeetingStyles();
  const { checkIn, members, revealed } = view;
  return (
    <>
      <PastHead checkIn={checkIn} members={members} me={me} />
      <div className={styles.sections}>
        <section className={page.card}>
          {revealed.length > 0 ? <Revealed view={view} /> : <Taps view={view} me={me} />}
        </section>
        <Draft view={view} me={me} />
      </div>
    </>
  );
}

function Draft({ view, me }: { readonly view: ReflectionView; readonly me: AboutCheckIn["me"] }) {
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  const [isKept, setKept] = useState(false);
  return (
    <section>
      <SessionDraft reflection={view} me={me.id} heading="h2" onKept={() => setKept(true)} />
      <p role="status" className={styles.lead}>
        {isKept ? say.draftKept : ""}
      </p>
      {view.draft === null && (
        <>
          {!isKept && <p className={styles.lead}>{say.draftNone}</p>}
          <PageLink page="journal" className={styles.labelled}>
            {say.openJournal}
          </PageLink>
        </>
      )}
    </section>
  );
}
