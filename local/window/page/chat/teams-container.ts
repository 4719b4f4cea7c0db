import { Container, GlobalRegistry, type SerializationContext } from "adaptivecards";

/** A container with the two looks that Teams adds to Adaptive Cards: `showBorder` and `roundedCorners`. */
class TeamsContainer extends Container {
  #hasBorder = false;
  #isRounded = false;

  protected override internalParse(source: unknown, context: SerializationContext): void {
    super.internalParse(source, context);
    const { showBorder, roundedCorners } = source as { showBorder?: unknown; roundedCorners?: unknown };
    this.#hasBorder = showBorder === true;
    this.#isRounded = roundedCorners === true;
  }

  protected override internalRender(): HTMLElement | undefined {
    const element = super.internalRender();
    element?.classList.toggle("has-border", this.#hasBorder);
    element?.classList.toggle("is-rounded", this.#isRounded);
    return element;
  }
}

/** Makes the renderer draw containers as Teams does. */
export function registerTeamsContainers(): void {
  GlobalRegistry.elements.register(Container.prototype.getJsonTypeName(), TeamsContainer);
}
