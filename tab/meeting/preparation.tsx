import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { PreparationView } from "../../shared/contract/session-words.ts";
import { useLocale } from "../app-context.tsx";
import { namesOf, partnersOf } from "../components/people.ts";
import { usePageStyles } from "../theme/page-styles.ts";
import { BringPrompt } from "./bring-prompt.tsx";
import { CarryOver } from "./carry-over.tsx";
import { type AboutCheckIn, ComingHead } from "./check-in-head.tsx";
import { useMeetingStyles } from "./meeting.styles.ts";
import { Readiness } from "./readiness.tsx";

/** What one can do before a check-in, in two minutes: words to carry over, a prompt to bring, a word about depth. Nothing is a must. */
export function Preparation({ view, me }: { readonly view: PreparationView; readonly me: AboutCheckIn["me"] }) {
  const page = usePageStyles();
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  const { checkIn, members, agreementLines, depth } = view;
  const partners = namesOf(partnersOf(members, me.id));
  return (
    <>
      <ComingHead checkIn={checkIn} members={members} me={me} />
      <p className={styles.prelude}>{say.prepareLead}</p>
      <div className={styles.sections}>
        <section className={page.card}>
          <CarryOver checkIn={checkIn} partners={partners} />
        </section>
        <BringPrompt view={view} partners={partners} />
        {depth.askable !== null && <Readiness view={view} askable={depth.askable} partners={partners} />}
        <section aria-labelledby="agreed">
          <h2 id="agreed" className={styles.section}>
            {say.agreedTitle}
          </h2>
          {agreementLines.length === 0 && <p className={styles.lead}>{say.nothingAgreed}</p>}
          <ul className={styles.lines}>
            {agreementLines.map((line) => (
              <li key={line} className={styles.line}>
                {line}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
