// The page and all plugins share this one copy of Lit; the import map leads 'lit' here.
export * from 'lit';
