import { expect, test } from "@playwright/test";
import { actionRules } from "@/e2e/routes/action-table";
import { listRoutes } from "@/e2e/routes/list-routes";
import { handlerRules, pageRules } from "@/e2e/routes/route-table";

const routes = listRoutes();

test("every page, handler and action of the app folder says in the route table who may use it", () => {
  expect(routes.pages.toSorted()).toEqual(Object.keys(pageRules).toSorted());
  expect(routes.handlers.toSorted()).toEqual(Object.keys(handlerRules).toSorted());
  const actions = routes.actions.map((action) => action.split(" ")[1]);
  expect(actions.toSorted()).toEqual(Object.keys(actionRules).toSorted());
});

test("every bracket of a path has a kind of id, so that it is tried with those of others", () => {
  const named = [...Object.entries(pageRules), ...Object.entries(handlerRules)];
  const forgotten = named.filter(
    ([path, { id }]) => /\/\[\w+\]/.test(path) && !id && !/\[file\]/.test(path),
  );
  expect(forgotten).toEqual([]);
});

test("whatever is for staff names the permission it takes, so that every role is tried", () => {
  const rules = { ...pageRules, ...handlerRules, ...actionRules };
  const open = Object.entries(rules).filter(([, { door, may }]) => door === "staff" && !may);
  expect(open.map(([key]) => key)).toEqual(["/merchant/[...path]", "signOutAction"]);
});

test("every action that takes more than a form says what, so that it is tried with those of others", () => {
  const forgotten = routes.actions.filter((action) => {
    const [, name = "", first] = action.split(" ");
    const rule = actionRules[name];
    return first !== undefined && first !== "form" && !rule?.id && !rule?.args;
  });
  expect(forgotten).toEqual([]);
});
