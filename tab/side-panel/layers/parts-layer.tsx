import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { panelLayersMessages } from "../../../shared/content/panel-layers-messages.ts";
import { panelMessages } from "../../../shared/content/panel-messages.ts";
import { type Part, partOf, parts } from "../../../shared/domain/session/session.ts";
import { useLocale } from "../../app-context.tsx";
import { usePanelStyles } from "../panel.styles.ts";
import type { StepProps } from "../step.tsx";
import { OfferedAct } from "./offered-act.tsx";

/** The parts of the session, to go to any of them, and the way out. */
export function PartsLayer({ session, act, isActing, onBack }: StepProps & { readonly onBack: () => void }) {
  const styles = usePanelStyles();
  const own = useStyles();
  const locale = useLocale();
  const say = panelLayersMessages(locale);
  const { partNames } = panelMessages(locale);
  const { members, phase, been } = session;
  const here = partOf(phase);
  const aside = (part: Part) => (part === here ? say.here : been.includes(part) ? say.beenThere : "");
  return (
    <>
      <p className={styles.lead}>{members.length > 2 ? say.partsLeadOfThree : say.partsLead}</p>
      <ul className={own.parts}>
        {parts.map((part) => (
          <li key={part}>
            <Button
              appearance="subtle"
              className={mergeClasses(styles.control, own.part)}
              {...(part === here ? { "aria-current": "step" } : {})}
              disabledFocusable={isActing}
              onClick={() => (part === here ? onBack() : act({ type: "go-to", part }))}
            >
              <span className={mergeClasses(part === here && own.here)}>{partNames[part]}</span>
              <span className={own.aside}>{aside(part)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {phase !== "over" && (
        <OfferedAct lead={say.endHereLead} words={say.endHere} isBusy={isActing} onPress={() => act("close")} />
      )}
    </>
  );
}

const useStyles = makeStyles({
  parts: { listStyleType: "none", margin: "8px 0 0 -4px", padding: 0 },
  part: { width: "100%", justifyContent: "space-between", gap: "8px" },
  here: { fontWeight: tokens.fontWeightSemibold },
  aside: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
});
