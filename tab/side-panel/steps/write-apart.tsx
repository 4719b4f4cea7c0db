import { useState } from "react";
import { panelMessages } from "../../../shared/content/panel-messages.ts";
import type { MemberView } from "../../../shared/contract/people.ts";
import { useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { namesOf, partnersOf } from "../../components/people.ts";
import { useWords } from "../../live/use-words.ts";
import { usePanelStyles } from "../panel.styles.ts";
import { PrimaryButton } from "../primary-button.tsx";
import { QuietControl } from "../quiet-control.tsx";
import { SaidWords } from "../said-words.tsx";
import { isTogether, nextPart } from "../session-state.ts";
import { Step, type StepProps } from "../step.tsx";
import { WritingField } from "../writing-field.tsx";

/** What is written apart and read together: appreciations, and what each learned. */
export function WriteApartStep(props: StepProps) {
  const { session, me } = props;
  if (isTogether(session)) return <Together {...props} />;
  return session.ready.includes(me.id) ? <Finished {...props} /> : <Apart {...props} />;
}

const useTitle = ({ session, me }: StepProps): string => {
  const say = panelMessages(useLocale());
  return session.phase === "learn" ? say.learnTitle : say.appreciateTitle(namesOf(partnersOf(session.members, me.id)));
};

function Apart(props: StepProps) {
  const { session, me, act, isActing, waiting, problem } = props;
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  const title = useTitle(props);
  const kind = session.phase === "learn" ? "learned" : "appreciation";
  const [{ text, isTooLong }, keeper] = useWords(kind);
  const [isKeeping, setKeeping] = useState(false);
  const partners = partnersOf(session.members, me.id);
  const finish = async () => {
    setKeeping(true);
    // What is revealed must be all that was written, so it is kept before "finished" is said.
    const isKept = await keeper.flush();
    setKeeping(false);
    if (isKept) act("ready");
  };
  return (
    <Step
      problem={problem}
      foot={
        <>
          <p className={styles.small}>{waitingWords(session.ready, partners, say)}</p>
          <PrimaryButton
            isBusy={isActing || isKeeping || isTooLong || waiting.includes("ready")}
            onPress={() => void finish()}
          >
            {text.trim() === "" ? say.finishedWithout : say.finished}
          </PrimaryButton>
        </>
      }
    >
      <h1 tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <WritingField kind={kind} label={title} reach="pair" readers={say.onceAllFinished(namesOf(partners))} lines={5} />
    </Step>
  );
}

function waitingWords(
  ready: readonly string[],
  partners: readonly MemberView[],
  say: ReturnType<typeof panelMessages>,
): string {
  const still = partners.filter(({ id }) => !ready.includes(id));
  return still.length > 0 ? say.partnersWrite(namesOf(still)) : say.partnersFinished(namesOf(partners));
}

function Finished(props: StepProps) {
  const { session, act, isActing, waiting, problem } = props;
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  const title = useTitle(props);
  const [{ text }] = useWords(session.phase === "learn" ? "learned" : "appreciation");
  const others = namesOf(session.members.filter(({ id }) => !session.ready.includes(id)));
  return (
    <Step
      problem={problem}
      foot={
        <>
          <p className={styles.small}>{say.waitingFor(others)}</p>
          <div className={styles.footRow}>
            <QuietControl isBusy={waiting.includes("not-ready")} onPress={() => act("not-ready")}>
              {say.writeMore}
            </QuietControl>
            <QuietControl isBusy={isActing} onPress={() => act("go-on")}>
              {say.goOnNow}
            </QuietControl>
          </div>
        </>
      }
    >
      <h1 tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <p className={styles.quote}>{text}</p>
    </Step>
  );
}

function Together({ session, me, act, isActing, problem }: StepProps) {
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  const { phase, members, appreciations, learned } = session;
  const isLearned = phase === "learn";
  const said = isLearned ? learned : appreciations;
  const partners = namesOf(partnersOf(members, me.id));
  const title = (isLearned ? say.learnTogether : say.appreciateTogether)(said.length > 0);
  const from = (id: string, name: string) => (isLearned ? name : say.fromTo(name, namesOf(partnersOf(members, id))));
  return (
    <Step
      problem={problem}
      foot={
        <>
          <AudienceLine reach="pair">{say.nobodyElse(partners)}</AudienceLine>
          <PrimaryButton isBusy={isActing} onPress={() => act("go-on")}>
            {say.wayOn(nextPart(session))}
          </PrimaryButton>
        </>
      }
    >
      <h1 tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {said.length === 0 && <p className={styles.lead}>{say.sayAloud}</p>}
      <SaidWords said={said} members={members} from={from} />
    </Step>
  );
}
