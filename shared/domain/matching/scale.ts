/**
 * Weights are multiplied by this, so that every price and every moment is a whole number.
 *
 * Two even vertices of different trees meet halfway, after half of their edge's slack. Slacks begin even and stay so as long as the prices
 * of all that is in trees are even or odd together, which uniform time sees to. The half-integral phase begins at multiples of 4 and so ends
 * at multiples of 2, the phase after it begins there and ends at whole numbers.
 */
export const scale = 4;
