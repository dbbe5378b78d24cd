export * from "@whenwhere/map";
