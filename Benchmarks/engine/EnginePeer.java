// The workloads of EngineProbe on JavaRosa, the engine inside pyxform's ODK_Validate.jar. Prints name and median nanoseconds.
//   load FORM COUNT | answer FORM REPEAT|- ROWS PATH COUNT | choices FORM TEXT-PATH SELECT-PATH COUNT
import java.io.*;
import java.nio.file.*;
import java.util.*;
import org.javarosa.core.model.*;
import org.javarosa.core.model.data.*;
import org.javarosa.core.model.instance.*;
import org.javarosa.form.api.*;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.util.XFormUtils;

public class EnginePeer {
  interface Work { void run(int round) throws Exception; }

  final FormDef form;
  final FormEntryModel model;
  final FormEntryController controller;

  EnginePeer(String path) throws Exception {
    try (InputStream in = new FileInputStream(path)) { form = XFormUtils.getFormFromInputStream(in); }
    model = new FormEntryModel(form);
    controller = new FormEntryController(model);
    form.initialize(true, new InstanceInitializationFactory());
  }

  FormIndex index(String path, int row) {
    TreeReference wanted = reference(path, row);
    FormIndex index = model.incrementIndex(FormIndex.createBeginningOfFormIndex());
    while (index.isInForm() && !wanted.equals(index.getReference())) index = model.incrementIndex(index);
    if (!index.isInForm()) throw new IllegalStateException("no place " + path);
    return index;
  }

  static TreeReference reference(String path, int row) {
    TreeReference reference = TreeReference.rootRef();
    for (String step : path.substring(1).split("/")) reference.add(step.replace("*", ""), step.endsWith("*") ? row : 0);
    return reference;
  }

  static long[] measured(int warm, int count, Work work) throws Exception {
    for (int round = 0; round < warm; round++) work.run(round);
    long[] times = new long[count];
    for (int round = 0; round < count; round++) times[round] = time(work, round + 1);
    return times;
  }

  static long time(Work work, int round) throws Exception {
    long start = System.nanoTime();
    work.run(round);
    return System.nanoTime() - start;
  }

  static void report(PrintStream out, String name, long[] times) {
    Arrays.sort(times);
    out.println(name + " " + times[times.length / 2]);
  }

  static void answer(PrintStream out, String[] a) throws Exception {
    EnginePeer peer = new EnginePeer(a[1]);
    int rows = Integer.parseInt(a[3]), count = Integer.parseInt(a[5]);
    if (!a[2].equals("-")) {
      for (int row = 1; row < rows; row++) peer.controller.newRepeat(peer.index(a[2] + "*", row));
      for (int row = 0; row < rows; row++) peer.controller.answerQuestion(peer.index(a[4], row), new IntegerData(row % 50), true);
    }
    FormIndex place = peer.index(a[4], rows / 2);
    report(out, "answer", measured(count, count, round -> {
      if (peer.controller.answerQuestion(place, new IntegerData(round % 90), true) != FormEntryController.ANSWER_OK) throw new IllegalStateException("refused");
    }));
  }

  static void choices(PrintStream out, String[] a) throws Exception {
    int count = Integer.parseInt(a[4]);
    long[] loads = new long[count], firsts = new long[count], nexts = new long[count * 11];
    for (int n = 0; n < count; n++) {
      EnginePeer[] held = new EnginePeer[1];
      loads[n] = time(round -> held[0] = new EnginePeer(a[1]), 0);
      EnginePeer peer = held[0];
      FormIndex text = peer.index(a[2], 0), select = peer.index(a[3], 0);
      for (int k = 0; k < 12; k++) {
        peer.controller.answerQuestion(text, new StringData("t" + k), true);
        long taken = time(round -> { if (peer.model.getQuestionPrompt(select).getSelectChoices().isEmpty()) throw new IllegalStateException("nothing offered"); }, 0);
        if (k == 0) firsts[n] = taken; else nexts[n * 11 + k - 1] = taken;
      }
    }
    report(out, "load", loads);
    report(out, "first-filter", firsts);
    report(out, "next-filter", nexts);
  }

  public static void main(String[] a) throws Exception {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    new XFormsModule().registerModule();
    switch (a[0]) {
      case "load": report(out, "load", measured(Integer.parseInt(a[2]), Integer.parseInt(a[2]), round -> new EnginePeer(a[1]))); break;
      case "answer": answer(out, a); break;
      default: choices(out, a);
    }
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) if (line.startsWith("VmHWM")) out.println("peak-kib " + line.replaceAll("\\D", ""));
  }
}
