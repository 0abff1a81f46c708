package org.assize.contract.shape;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Value;

/** Keywords that combine shapes. */
final class Branches {

  private Branches() {}

  /** {@code allOf}. */
  record All(List<Shape> shapes) implements Keyword {
    @Override
    public void check(Value value, String where, Problems problems) {
      shapes.forEach(shape -> shape.check(value, where, problems));
    }
  }

  /** {@code if} and {@code then}. */
  record When(Shape condition, Shape then) implements Keyword {
    @Override
    public void check(Value value, String where, Problems problems) {
      if (condition.fits(value)) {
        then.check(value, then.called(where), problems);
      }
    }
  }

  /** {@code oneOf} whose branches differ in type: text or a list of texts. */
  record ByKind(List<Shape> shapes) implements Keyword {
    @Override
    public void check(Value value, String where, Problems problems) {
      for (Shape shape : shapes) {
        if (Kinds.allow(shape.types(), value)) {
          shape.check(value, where, problems);
          return;
        }
      }
      Set<String> all = new HashSet<>();
      shapes.forEach(shape -> all.addAll(shape.types()));
      new Scalars.Type(all).check(value, where, problems);
    }
  }

  /** {@code $ref}, looked up when first used: schemas refer to themselves. */
  record Reference(SchemaFiles files, String target) implements Keyword {
    @Override
    public Set<String> types() {
      return files.shape(target).types();
    }

    @Override
    public void check(Value value, String where, Problems problems) {
      files.shape(target).check(value, where, problems);
    }
  }
}
