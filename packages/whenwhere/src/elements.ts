export * from "@whenwhere/embed";
