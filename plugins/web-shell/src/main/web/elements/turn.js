/** The event by which a table asks the view around it for other rows; its detail has `id` and `page`. */
export const TURN = 'cb-turn';
