"use client";

import Link from "next/link";
import { useEffect, useState } from "react";

/** The link gets its id once the page is hydrated; before that, a click would load the other page anew. */
export default function Other() {
  const [id, setId] = useState();
  useEffect(() => setId("link"), []);
  return (
    <Link id={id} href="/">
      The bridge
    </Link>
  );
}
