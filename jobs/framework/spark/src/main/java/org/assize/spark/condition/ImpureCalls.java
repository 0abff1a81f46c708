package org.assize.spark.condition;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.xbean.asm9.ClassReader;
import org.apache.xbean.asm9.ClassVisitor;
import org.apache.xbean.asm9.MethodVisitor;
import org.apache.xbean.asm9.Opcodes;

/**
 * Calls in the code of a class whose answer is not a function of a row: clocks, chance, the
 * machine, files and the network. What it calls in other classes of its own is not seen.
 */
final class ImpureCalls {

  private static final Set<String> SYSTEM =
      Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "getProperties");

  private static final List<String> WORLDS =
      List.of(
          "java/io/File", "java/nio/file/", "java/net/", "java/sql/Driver", "java/lang/Process");

  private static final Set<String> CHANCE =
      Set.of(
          "java/util/Random",
          "java/util/SplittableRandom",
          "java/util/concurrent/ThreadLocalRandom",
          "java/security/SecureRandom");

  private ImpureCalls() {}

  /** The calls, as {@code Type.method}. */
  static Set<String> in(byte[] code) {
    Set<String> found = new TreeSet<>();
    new ClassReader(code)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                return new Calls(found);
              }
            },
            ClassReader.SKIP_FRAMES);
    return found;
  }

  private static final class Calls extends MethodVisitor {

    private final Set<String> found;

    Calls(Set<String> found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String type, boolean isInterface) {
      boolean isClock = owner.startsWith("java/time/") && (name.equals("now") || isSystem(name));
      boolean isDate = owner.equals("java/util/Date") && type.equals("()V");
      boolean isSystem = owner.equals("java/lang/System") && SYSTEM.contains(name);
      boolean isChance =
          CHANCE.contains(owner)
              || (owner.equals("java/lang/Math") && name.equals("random"))
              || (owner.equals("java/util/UUID") && name.equals("randomUUID"));
      boolean isWorld = WORLDS.stream().anyMatch(owner::startsWith);
      if (isClock || isDate || isSystem || isChance || isWorld) {
        found.add(owner.substring(owner.lastIndexOf('/') + 1) + "." + name);
      }
    }

    /** The zone and the clocks of the machine. */
    private static boolean isSystem(String name) {
      return name.startsWith("system");
    }
  }
}
