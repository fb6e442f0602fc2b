/** The entry of the module: it defines the element, once a page, and does nothing else. */
import { define } from "./define.js";

define();
