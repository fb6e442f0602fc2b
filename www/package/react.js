"use client";
/** `<ClaimPanel>`: the element as a component for React 18 and 19, in pages that a server has rendered too. */

import { createElement, forwardRef, useEffect, useImperativeHandle, useRef } from "react";
import { define } from "./element.js";

define();

/** Properties of the component that listen, and the events that they listen to. @type {Record<string, string>} */
const EVENTS = __REACT_EVENTS__;

/** Properties of the component, and their attributes where the names differ. @type {Record<string, string | undefined>} */
const ATTRIBUTES = __REACT_ATTRIBUTES__;

/**
 * @typedef {import("../element/element.js").ClaimPanelElement} ClaimPanelElement
 * @typedef {{ data?: unknown, children?: import("react").ReactNode, [name: string]: unknown }} Properties
 * @typedef {((event: Event) => void) | undefined} Listener
 */

export const ClaimPanel = forwardRef(Panel);
ClaimPanel.displayName = "ClaimPanel";

/** @param {Properties} properties @param {import("react").ForwardedRef<ClaimPanelElement>} ref */
function Panel({ data, children, ...given }, ref) {
  const own = useRef(/** @type {ClaimPanelElement | null} */ (null));
  const listeners = useRef(/** @type {Record<string, Listener>} */ ({}));
  /** @type {Record<string, unknown>} */
  const attributes = {};
  /** @type {Record<string, Listener>} */
  const listening = {};
  for (const [name, value] of Object.entries(given)) {
    const event = EVENTS[name];
    if (event) {
      listening[event] = /** @type {Listener} */ (value);
    } else if (/^(aria|data)-/.test(name)) {
      // React 19 would leave out `aria-hidden={false}`.
      attributes[name] = typeof value === "boolean" ? String(value) : value;
    } else if (value !== false) {
      // React 18 would write `hidden="false"`.
      attributes[ATTRIBUTES[name] ?? name] = value;
    }
  }
  useImperativeHandle(ref, () => /** @type {ClaimPanelElement} */ (own.current), []);
  useEffect(() => {
    listeners.current = listening;
  });
  useEffect(() => (own.current ? listen(own.current, listeners) : undefined), []);
  // React hydrates no properties.
  useEffect(() => {
    const element = own.current;
    if (element && (data ?? element.data ?? null) !== null) {
      element.data = data;
    }
  }, [data]);
  // The reader may have opened a claim before React looks at the attributes.
  return createElement("claim-panel", { suppressHydrationWarning: true, ...attributes, ref: own }, children);
}

/**
 * Passes events on to the newest listeners, and how the current load ended if that was before React hydrated the page.
 * @param {ClaimPanelElement} element @param {{ current: Record<string, Listener> }} listeners
 */
function listen(element, listeners) {
  let isListening = true;
  /** @param {Event} event */
  const pass = (event) => listeners.current[event.type]?.(event);
  /** @param {string} type @param {object | null} detail */
  const catchUp = (type, detail) => {
    if (isListening) {
      const event = new CustomEvent(type, { bubbles: true, composed: true, detail });
      const value = { value: element };
      pass(Object.defineProperties(event, { target: value, currentTarget: value }));
    }
  };
  for (const type of Object.values(EVENTS)) {
    element.addEventListener(type, pass);
  }
  if (["ready", "failed"].includes(element.state)) {
    element.ready.then(
      () => catchUp("claim-panel-ready", null),
      ({ kind, problems }) => catchUp("claim-panel-error", { kind, problems }),
    );
  }
  return () => {
    isListening = false;
    for (const type of Object.values(EVENTS)) {
      element.removeEventListener(type, pass);
    }
  };
}
