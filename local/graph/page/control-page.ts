import type { FastifyInstance, FastifyReply } from "fastify";
import { personLoosely } from "../people.ts";
import { countWaiting } from "../store/notifications.ts";
import { liveSubscriptions } from "../store/subscriptions.ts";
import type { World } from "../world.ts";
import { addressOf, type ControlState, controlView } from "./control-view.ts";
import { contentPolicy, themeIn } from "./document.ts";
import { acceptForms, fieldsOf } from "./forms.ts";
import { everyone, mendEverything, troubleBy, type Whose } from "./troubles.ts";

/**
 * `/control`: a page on which a person breaks Microsoft and watches the app cope.
 *
 * Registering it twice is the same as once.
 *
 * @param issuer - the sign-in's issuer, so that the page can lead to people's consents.
 */
export function addControlPage(
  parent: FastifyInstance,
  world: World,
  issuer: string | undefined = process.env.SIGN_IN_ISSUER,
): void {
  const signInUrl = issuer === undefined ? null : new URL("/_local/people", issuer).href;
  parent.register(async (app) => {
    if (app.hasRoute({ method: "GET", url: `${app.prefix}/control` })) return;
    acceptForms(app);
    app.get("/control", async ({ query }, reply) => {
      const { whose, theme, watch } = fieldsOf(query);
      const state: ControlState = {
        whose: whoseIn(whose),
        theme: themeIn(theme),
        isWatching: watch === "1",
        signInUrl,
        subscriptions: await liveSubscriptions(world.pool, world.clock()),
        waiting: await countWaiting(world.pool),
      };
      return page(reply, controlView(world, state));
    });
    app.post("/control", async ({ body }, reply) => {
      const { trouble = "", to, whose, theme } = fieldsOf(body);
      await change(world, trouble, to === "off", whoseIn(whose));
      return reply.redirect(addressOf({ whose: whoseIn(whose), theme: themeIn(theme), isWatching: false }), 303);
    });
  });
}

const whoseIn = (text: string | undefined): Whose => personLoosely(text ?? "")?.oid ?? everyone;

async function change(world: World, id: string, isOff: boolean, whose: Whose): Promise<void> {
  if (id === "mend") return mendEverything(world);
  const trouble = troubleBy(id);
  await (isOff ? trouble?.stop?.(world, whose) : trouble?.start(world, whose));
}

const page = (reply: FastifyReply, text: string) =>
  reply
    .headers({ "content-security-policy": contentPolicy, "cache-control": "no-store" })
    .type("text/html; charset=utf-8")
    .send(text);
