import { defineElements } from "@whenwhere/embed";

defineElements();
