/** Two screens of a phone: near enough that a panel is ready when it is reached. */
const MARGIN = "1500px";

/**
 * Calls back once, when the reader comes near. Where nothing can tell, the reader is near.
 *
 * @param {Element} element
 * @param {() => void} callback
 * @returns {() => void} stops watching
 */
export function whenNear(element, callback) {
  if (typeof IntersectionObserver !== "function") {
    callback();
    return () => {};
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        observer.disconnect();
        callback();
      }
    },
    { rootMargin: MARGIN },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
