import { startBrowserInstance } from "@/e2e/browser-instance";

/** Playwright's, before all journeys; what it returns runs after them. */
export default startBrowserInstance;
