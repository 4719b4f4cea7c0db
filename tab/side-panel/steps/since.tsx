import { panelMessages } from "../../../shared/content/panel-messages.ts";
import { useLocale } from "../../app-context.tsx";
import { TwoVoices } from "../../components/icons.tsx";
import { namesOf, partnersOf } from "../../components/people.ts";
import { useWords } from "../../live/use-words.ts";
import { LayerControls } from "../layer-controls.tsx";
import { usePanelStyles } from "../panel.styles.ts";
import { PrimaryButton } from "../primary-button.tsx";
import { QuietControl } from "../quiet-control.tsx";
import { SaidWords } from "../said-words.tsx";
import { nextPart } from "../session-state.ts";
import { Step, type StepProps } from "../step.tsx";
import { WritingField } from "../writing-field.tsx";

/** Since last time: what each brings, shared or not, what each learned then, and for everyone the same line where it ended early. */
export function SinceStep({ session, me, act, isActing, waiting, problem, from, onLayer }: StepProps) {
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  const { members, number, carryOvers, lastLearned, wasUneven } = session;
  const partners = namesOf(partnersOf(members, me.id));
  const [{ text }, keeper] = useWords("carry-over");
  const isShared = carryOvers.some(({ author }) => author === me.id);
  const isBusy = waiting.some((type) => type === "share-carry-over" || type === "keep-carry-over");
  const share = () => void keeper.flush().then((isKept) => isKept && act("share-carry-over"));
  const isFirst = number === 1;
  return (
    <Step
      problem={problem}
      foot={
        <PrimaryButton isBusy={isActing} onPress={() => act("go-on")}>
          {say.wayOn(nextPart(session))}
        </PrimaryButton>
      }
    >
      <h1 tabIndex={-1} className={styles.title}>
        {isFirst ? say.sinceTitleFirst : say.sinceTitle}
      </h1>
      {wasUneven && <p className={styles.lead}>{say.unevenLine}</p>}
      <WritingField
        kind="carry-over"
        label={isFirst ? say.carryOverLabelFirst : say.carryOverLabel}
        reach={isShared ? "pair" : "author"}
        readers={isShared ? say.sharedWith(partners) : say.onlyYouUntilShared}
        lines={3}
      />
      <div className={styles.controls}>
        {isShared ? (
          <QuietControl icon={<TwoVoices />} isBusy={isBusy} onPress={() => act("keep-carry-over")}>
            {say.keepForMe}
          </QuietControl>
        ) : (
          text.trim() !== "" && (
            <QuietControl icon={<TwoVoices />} isBusy={isBusy} onPress={share}>
              {say.share(partners)}
            </QuietControl>
          )
        )}
        <LayerControls layers={["notes"]} from={from} onLayer={onLayer} />
      </div>
      <SaidWords
        said={carryOvers.filter(({ author }) => author !== me.id)}
        members={members}
        from={(_, name) => say.brings(name)}
      />
      {lastLearned.length > 0 && (
        <>
          <hr className={styles.rule} />
          <h2 className={styles.smallTitle}>{say.lastLearnedTitle}</h2>
          <SaidWords said={lastLearned} members={members} from={(_, name) => name} />
        </>
      )}
    </Step>
  );
}
