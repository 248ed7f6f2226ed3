// Wakes the Design System's components. Every page also works without it.
import { initAll } from "./govuk-frontend.js";

initAll();
