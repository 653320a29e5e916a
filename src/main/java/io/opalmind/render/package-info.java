/** One renderer a format over one {@link io.opalmind.render.Table}, and what makes text fit for where it goes. */
package io.opalmind.render;
