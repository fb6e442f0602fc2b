/** The module's entry point. It defines the element once per page and does nothing else. */
import { define } from "./element/define.js";

define();
