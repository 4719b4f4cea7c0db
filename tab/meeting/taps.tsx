import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { ReflectionView } from "../../shared/contract/session-words.ts";
import { type ReflectionAnswer, reflectionAnswers } from "../../shared/domain/reflection.ts";
import { problemOf } from "../api-client.ts";
import { useLocale } from "../app-context.tsx";
import { ReachIcon } from "../components/audience-line.tsx";
import { namesOf, partnersOf } from "../components/people.ts";
import { ProblemLine } from "../components/problem-line.tsx";
import { RadioWords } from "../components/radio-words.tsx";
import { useTaps } from "../components/reflection-queries.ts";
import { useChoice } from "../components/use-choice.ts";
import type { AboutCheckIn } from "./check-in-head.tsx";
import { useMeetingStyles } from "./meeting.styles.ts";
import { useTapStyles } from "./taps.styles.ts";

type Mine = ReflectionView["mine"];

/** The two questions after a session, each one tap, kept at once; and who may read the answers. */
export function Taps({ view, me }: { readonly view: ReflectionView; readonly me: AboutCheckIn["me"] }) {
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  const taps = useTaps(view.checkIn.id);
  const partners = namesOf(partnersOf(view.members, me.id));
  const { choice: mine, choose } = useChoice(view.mine, taps.mutate);
  const change = (part: Partial<Mine>) => choose({ ...mine, ...part });
  const hasAnswered = mine.feltHeard !== null || mine.roomToSpeak !== null;
  return (
    <>
      <h2 className={styles.section}>{say.reflectLead}</h2>
      <Question label={say.feltHeard} answer={mine.feltHeard} onAnswer={(feltHeard) => change({ feltHeard })} />
      <Question label={say.roomToSpeak} answer={mine.roomToSpeak} onAnswer={(roomToSpeak) => change({ roomToSpeak })} />
      <Readers view={view} partners={partners} isShared={mine.isShared} onShare={(isShared) => change({ isShared })} />
      <p role="status" className={styles.told}>
        {hasAnswered && !taps.isPending ? (view.mine.isShared ? say.keptShared(partners) : say.keptPrivate) : ""}
      </p>
      <ProblemLine problem={taps.isError ? problemOf(taps.error) : null} />
    </>
  );
}

function Question({
  label,
  answer,
  onAnswer,
}: {
  readonly label: string;
  readonly answer: ReflectionAnswer | null;
  readonly onAnswer: (answer: ReflectionAnswer) => void;
}) {
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  const choose = (value: string) => {
    const chosen = reflectionAnswers.find((one) => one === value);
    if (chosen) onAnswer(chosen);
  };
  return (
    <Field label={label} className={styles.labelled}>
      <RadioGroup
        layout="horizontal"
        className={styles.group}
        value={answer ?? ""}
        onChange={(_, { value }) => choose(value)}
      >
        {reflectionAnswers.map((one) => (
          <Radio key={one} value={one} label={<RadioWords>{say.answers[one]}</RadioWords>} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function Readers({
  view,
  partners,
  isShared,
  onShare,
}: {
  readonly view: ReflectionView;
  readonly partners: readonly string[];
  readonly isShared: boolean;
  readonly onShare: (isShared: boolean) => void;
}) {
  const styles = useMeetingStyles();
  const own = useTapStyles();
  const say = meetingMessages(useLocale());
  const choices = [
    { value: "author", words: say.onlyYou, hint: null },
    { value: "pair", words: say.shareToo(partners), hint: say.shareHint(view.members.length) },
  ] as const;
  return (
    <Field label={say.share} className={styles.labelled}>
      <RadioGroup
        className={styles.group}
        value={isShared ? "pair" : "author"}
        onChange={(_, { value }) => onShare(value === "pair")}
      >
        {choices.map(({ value, words, hint }) => (
          <Radio
            key={value}
            value={value}
            label={
              <RadioWords>
                <span className={own.option}>
                  <ReachIcon reach={value} />
                  <span>{words}</span>
                  {hint && <span className={own.hint}>{hint}</span>}
                </span>
              </RadioWords>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
