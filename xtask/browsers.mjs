/**
 * The oldest browsers that support open shadow roots, constructable stylesheets and everything else that the element
 * needs. The README names them too.
 */
export const OLDEST_BROWSERS = ["chrome99", "firefox101", "safari16.4"];
