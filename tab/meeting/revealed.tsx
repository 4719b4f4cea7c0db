import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { ReflectionView } from "../../shared/contract/session-words.ts";
import type { ReflectionAnswer } from "../../shared/domain/reflection.ts";
import { useEveryViewMessages, useLocale } from "../app-context.tsx";
import { AudienceLine } from "../components/audience-line.tsx";
import { memberOf, namesOf } from "../components/people.ts";
import { VoiceMark } from "../components/voice-mark.tsx";
import { useMeetingStyles } from "./meeting.styles.ts";
import { useTapStyles } from "./taps.styles.ts";

/** Everybody's two answers, once everybody has shared: side by side, in the order of voices, without a sum. */
export function Revealed({ view: { members, revealed } }: { readonly view: ReflectionView }) {
  const styles = useMeetingStyles();
  const own = useTapStyles();
  const say = meetingMessages(useLocale());
  const { and } = useEveryViewMessages();
  const inOrder = members.flatMap(({ id }) => revealed.filter(({ author }) => author === id));
  const told = (answer: ReflectionAnswer | null) => (answer === null ? say.leftOpen : say.answers[answer]);
  return (
    <>
      <h2 tabIndex={-1} className={styles.section}>
        {say.revealed}
      </h2>
      <div className={own.people}>
        {inOrder.map(({ author, feltHeard, roomToSpeak }) => {
          const { name, voice } = memberOf(members, author);
          return (
            <div key={author}>
              <h3 className={own.name}>
                <VoiceMark voice={voice} />
                {name}
              </h3>
              <dl className={own.answers}>
                <dt className={own.question}>{say.felt}</dt>
                <dd className={own.answer}>{told(feltHeard)}</dd>
                <dt className={own.question}>{say.room}</dt>
                <dd className={own.answer}>{told(roomToSpeak)}</dd>
              </dl>
            </div>
          );
        })}
      </div>
      <div className={styles.labelled}>
        <AudienceLine reach="pair">{and(namesOf(members))}</AudienceLine>
      </div>
    </>
  );
}
