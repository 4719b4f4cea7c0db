import { maySeeCohort } from "../../../shared/domain/access.ts";
import type { Records } from "../../ports.ts";
import { coordinator, type PersonRef } from "../deps.ts";

/** Whether the person was really made a coordinator; claiming the role is not enough. */
export const isCoordinator = async (records: Records, by: PersonRef): Promise<boolean> =>
  maySeeCohort(coordinator(by)) && (await records.people.rolesOf(by.personId)).includes("coordinator");
